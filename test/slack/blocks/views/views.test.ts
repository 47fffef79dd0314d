import type { InputBlock } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, translate } from '../../../../src/i18n/index.ts';
import { FIELDS, VIEWS } from '../../../../src/slack/ids.ts';
import { parseTarget } from '../../../../src/slack/target.ts';
import { checkView } from '../../../support/check-view.ts';
import { everyForm } from './sample-forms.ts';

const forms = LANGUAGES.flatMap((language) =>
  Object.entries(everyForm(translate(language))).map(([name, view]) => ({ language, name, view })),
);

describe('every form', () => {
  it.each(forms)('keeps to the limits of Slack: $name in $language', ({ view }) => {
    expect(checkView(view)).toEqual([]);
  });

  it.each(forms)('names each field after its block: $name in $language', ({ view }) => {
    const inputs = view.blocks.flatMap((block) => (block.type === 'input' ? [block as InputBlock] : []));
    const known = [
      ...Object.values(FIELDS),
      ...['sales', 'account', 'delivery', 'support', 'finance', 'other'].map(FIELDS.team),
    ];
    for (const input of inputs) {
      expect(known).toContain(input.block_id);
      const { action_id } = input.element as { action_id?: string };
      expect(action_id?.replace(/:\w+$/, '')).toBe(input.block_id);
    }
  });

  it.each(forms.filter(({ view }) => view.submit !== undefined))(
    'says whom it is about when it comes back: $name in $language',
    ({ view }) => {
      expect(Object.values(VIEWS)).toContain(view.callback_id);
      const isAboutReview = view.callback_id !== VIEWS.start && view.callback_id !== VIEWS.settings;
      expect(parseTarget(view.private_metadata) !== null).toBe(isAboutReview);
    },
  );

  it('says other words in each language', () => {
    const [en, ru] = [everyForm(translate('en')), everyForm(translate('ru'))];
    for (const name of Object.keys(en)) expect(en[name]?.title.text).not.toBe(ru[name]?.title.text);
  });
});
