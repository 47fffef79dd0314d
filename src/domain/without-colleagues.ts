/** Shorter parts of a name are also words, such as "An" or "Я". */
const MIN_NAME_LENGTH = 3;

const SLACK_MENTION = /<@[A-Z0-9]+(?:\|[^>]*)?>/g;

/**
 * A text without the names of our own people: mentions of Slack and each known name, in whole or in part, become `placeholder`
 * (method 6: a prep sheet names no colleagues). Russian endings of a name are found as well ("Ирину" for Ирина). Names that are
 * also words are taken out with them: better a strange sentence than somebody's name in front of a client.
 */
export function withoutColleagues(
  text: string,
  { names, placeholder }: { readonly names: readonly string[]; readonly placeholder: string },
): string {
  const parts = new Set(names.flatMap((name) => [name, ...name.split(/\s+/u)]).map((part) => part.trim()));
  const patterns = [...parts]
    .filter((part) => part.length >= MIN_NAME_LENGTH)
    .sort((a, b) => b.length - a.length)
    .map(patternOf);
  const unmentioned = text.replace(SLACK_MENTION, () => placeholder);
  if (patterns.length === 0) return unmentioned;
  const named = new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  return unmentioned.replace(named, () => placeholder);
}

function patternOf(name: string): string {
  const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&').replace(/\s+/g, '\\s+');
  if (!/\p{Script=Cyrillic}$/u.test(name)) return escaped(name);
  const stem = name.length > MIN_NAME_LENGTH ? name.replace(/[аеёийоуьюя]$/iu, '') : name;
  return `${escaped(stem)}[а-яё]{0,3}`;
}
