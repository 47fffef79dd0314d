/** The words that mean something after the command, in both languages; everything else is a client's name. */
const WORDS = {
  help: 'help',
  list: 'list',
  status: 'status',
  settings: 'settings',
  rehearse: 'rehearse',
  rehearsal: 'rehearse',
  away: 'away',
  client: 'client',
  import: 'importClients',
  pulse: 'pulse',
  evidence: 'evidence',
  export: 'export',
  помощь: 'help',
  справка: 'help',
  список: 'list',
  статус: 'status',
  настройки: 'settings',
  репетиция: 'rehearse',
  отпуск: 'away',
  выходные: 'away',
  клиент: 'client',
  импорт: 'importClients',
  пульс: 'pulse',
  журнал: 'evidence',
  экспорт: 'export',
  выгрузка: 'export',
} as const;

export type SubcommandWord = keyof typeof WORDS;

export type Subcommand =
  /** Null: the person did not say which client. */
  | { readonly kind: 'start'; readonly clientName: string | null }
  | { readonly kind: 'help' | 'list' | 'settings' | 'rehearse' | 'importClients' | 'pulse' }
  /** `days`: as they were typed after it, unread; null where nothing was. */
  | { readonly kind: 'away'; readonly days: string | null }
  | { readonly kind: 'status' | 'client' | 'evidence' | 'export'; readonly clientName: string | null }
  /** One word that is nearly a subcommand: a slip, or a client of that name. */
  | { readonly kind: 'unknown'; readonly typed: string; readonly nearest: SubcommandWord };

const SUBCOMMAND_WORDS = Object.keys(WORDS) as readonly SubcommandWord[];
const SHORT_WORD = 4;

/**
 * What somebody meant by the text after the command: a subcommand, or the name of a client to review. Case and extra spaces do
 * not matter. What follows *away* are days where it has a digit. A single word within two slips of a subcommand (one, where either has four letters or fewer) is `unknown`.
 */
export function parseSubcommand(text: string): Subcommand {
  const typed = text.replace(/\s+/gu, ' ').trim();
  if (typed === '') return { kind: 'start', clientName: null };
  const [first = '', ...rest] = typed.split(' ');
  const lower = first.normalize('NFC').toLowerCase();
  const word = SUBCOMMAND_WORDS.find((known) => known === lower);
  const kind = word === undefined ? null : WORDS[word];
  if (kind === 'status' || kind === 'client' || kind === 'evidence' || kind === 'export')
    return { kind, clientName: rest.length > 0 ? rest.join(' ') : null };
  if (kind === 'away' && (rest.length === 0 || /\d/.test(typed)))
    return { kind, days: rest.length > 0 ? rest.join(' ') : null };
  if (rest.length > 0) return { kind: 'start', clientName: typed };
  if (kind !== null && kind !== 'away') return { kind };
  const nearest = nearestWord(lower);
  return nearest === null ? { kind: 'start', clientName: typed } : { kind: 'unknown', typed, nearest };
}

function nearestWord(typed: string): SubcommandWord | null {
  let best: { word: SubcommandWord; distance: number } | null = null;
  for (const word of SUBCOMMAND_WORDS) {
    const allowed = Math.min(word.length, typed.length) <= SHORT_WORD ? 1 : 2;
    if (Math.abs(word.length - typed.length) > allowed) continue;
    const distance = editDistance(typed, word);
    if (distance <= allowed && distance < (best?.distance ?? Number.POSITIVE_INFINITY)) best = { word, distance };
  }
  return best?.word ?? null;
}

/** Damerau-Levenshtein: letters added, left out, replaced, or swapped with a neighbour, each counted once. */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const added = Math.min((row[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1);
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(Math.min(replaced, added, isSwapped ? (beforeLast[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY));
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
