const CONNECTION_CODES = [
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'P2024',
  'P2028',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '53100',
  '53200',
  '53300',
  '55000',
];

/** The database could not be reached, as far as its errors tell. */
export function isDatabaseGone(error: unknown): boolean {
  for (let cause: unknown = error, depth = 0; cause instanceof Error && depth < 6; cause = cause.cause, depth += 1) {
    const code = 'code' in cause ? String(cause.code) : '';
    if (
      CONNECTION_CODES.includes(code) ||
      cause.name.startsWith('PrismaClient') ||
      /connect|terminat/i.test(cause.message)
    )
      return true;
  }
  return false;
}
