/** What a play printed, without what only draws: line breaks, indents, bold. */
export function asRead(printed: string): string {
  return printed.replaceAll('*', '').replace(/\s+/g, ' ');
}
