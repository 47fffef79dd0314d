import type { KnownBlock } from '@slack/types';
import { join } from '../../../domain/escaping.ts';
import { LANGUAGES, type Language, type Messages } from '../../../i18n/index.ts';
import type { Home } from '../../../usecases/read-home.ts';
import { ACTIONS } from '../../ids.ts';
import { actions, button, plain, section, title } from '../building-blocks.ts';
import { formatDay } from '../client-values.ts';
import { spanText } from '../views/days-off-form.ts';
import { option } from '../views/form-inputs.ts';

/** In the list of languages: that of the person's Slack. */
export const AS_IN_SLACK = 'slack';

/** What a person sets for themself: language at once, the rest in a form. */
export function ownSettings({ language, pausedUntil, daysOff }: Home['own'], t: Messages): KnownBlock[] {
  const { settings, button: verbs } = t.home;
  const away = button({ text: verbs.quiet, actionId: ACTIONS.away });
  const resume = button({ text: verbs.resume, actionId: ACTIONS.endOwnPause });
  return [
    title(settings.title),
    { ...section(settings.language), accessory: languageSelect(language, t) },
    section(
      join([
        pausedUntil === null ? settings.notPaused : settings.paused(formatDay(pausedUntil, t)),
        daysOff.length === 0
          ? settings.noDaysOff
          : settings.daysOff(daysOff.map((span) => spanText(span, t.forms.locale)).join(', ')),
      ]),
    ),
    actions('own_settings', pausedUntil === null ? [away] : [resume, away]),
  ];
}

function languageSelect(chosen: Language | null, t: Messages) {
  const choices = [
    { value: AS_IN_SLACK, text: t.home.settings.asInSlack },
    ...LANGUAGES.map((language) => ({ value: language, text: t.forms.languageName[language] })),
  ].map(option);
  const initial = choices.find(({ value }) => value === (chosen ?? AS_IN_SLACK)) ?? choices[0];
  return {
    type: 'static_select' as const,
    action_id: ACTIONS.ownLanguage,
    placeholder: plain(t.home.settings.asInSlack),
    options: choices,
    ...(initial ? { initial_option: initial } : {}),
  };
}
