/** Making these takes longer than using them, and there are as many as languages. */
const pluralRules = new Map<string, Intl.PluralRules>();
const numberFormats = new Map<string, Intl.NumberFormat>();

type Forms = { readonly one: string; readonly few?: string; readonly many?: string; readonly other: string };

/** The form of a noun that goes with `count`, with the count in front: plural('ru', 5, …) is "5 ответов". */
export function plural(locale: string, count: number, forms: Forms): string {
  return `${formatNumber(locale, count)} ${pluralForm(locale, count, forms)}`;
}

/** The form alone, for sentences that put the number elsewhere. */
export function pluralForm(locale: string, count: number, forms: Forms): string {
  const category = rulesOf(locale).select(count);
  const form = category === 'few' || category === 'many' || category === 'one' ? forms[category] : undefined;
  return form ?? forms.other;
}

/** A number as the language writes it, with at most one decimal. */
export function formatNumber(locale: string, value: number): string {
  return formatOf(locale).format(value);
}

function rulesOf(locale: string): Intl.PluralRules {
  const rules = pluralRules.get(locale) ?? new Intl.PluralRules(locale);
  pluralRules.set(locale, rules);
  return rules;
}

function formatOf(locale: string): Intl.NumberFormat {
  const format = numberFormats.get(locale) ?? new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  numberFormats.set(locale, format);
  return format;
}
