import type { Block, Element } from './stand-in/block-shapes.ts';
import { optionsOf } from './stand-in/block-shapes.ts';
import type { SimpleValue } from './stand-in/field-state.ts';

type Filled = {
  readonly value: SimpleValue;
  readonly nameOf: (userId: string) => string;
  /** A moment, given in seconds, as the reader's clock shows it. */
  readonly timeOf: (seconds: number) => string;
};

/** A field of a form: its label and what stands in it, with all its choices where they are few; three dots where it is empty. */
export function readInput({ label, element }: Block, filled: Filled): string {
  const name = label?.text ?? '';
  return `${name}${/[?:]$/.test(name) ? '' : ':'}  ${element ? readValue(element, filled) : '…'}`;
}

/** What a person put into a field, without the choices they left. */
export function readBriefly({ label, element }: Block, filled: Filled): string {
  if (!element) return '';
  if (element.type === 'number_input') return `${label?.text}: ${readValue(element, filled)}`;
  if (element.type === 'plain_text_input') return `“${readValue(element, filled)}”`;
  return readValue(element.type === 'radio_buttons' ? { ...element, type: 'static_select' } : element, filled);
}

function readValue(element: Element, { value, nameOf, timeOf }: Filled): string {
  const chosen = value === null ? [] : [value].flat().map(String);
  const options = optionsOf(element);
  const isChosen = (one: { value: string }) => chosen.includes(one.value);
  switch (element.type) {
    case 'radio_buttons':
      return options.map((one) => `${isChosen(one) ? '(•)' : '( )'}\u00a0${one.text.text}`).join('  ');
    case 'checkboxes':
      return options.map((one) => `${isChosen(one) ? '[x]' : '[ ]'}\u00a0${one.text.text}`).join('  ');
    case 'users_select':
    case 'multi_users_select':
      return chosen.map(nameOf).join(', ') || '…';
    case 'datetimepicker':
      return chosen.map((seconds) => timeOf(Number(seconds))).join('') || '…';
    case 'static_select':
    case 'multi_static_select':
      return (
        options
          .filter(isChosen)
          .map((one) => one.text.text)
          .join(' + ') || '…'
      );
    default:
      return chosen.join(' ') || '…';
  }
}
