import { type Language, translate } from '../../src/i18n/index.ts';
import { alertScreens } from './screens/alert-screens.ts';
import { deskScreens } from './screens/desk-screens.ts';
import { digestScreens } from './screens/digest-screens.ts';
import { evidenceScreens } from './screens/evidence-screens.ts';
import { exportScreens } from './screens/export-screens.ts';
import { formScreens } from './screens/form-screens.ts';
import { homeScreens } from './screens/home-screens.ts';
import { meetingScreens } from './screens/meeting-screens.ts';
import { partingScreens } from './screens/parting-screens.ts';
import { planScreens } from './screens/plan-screens.ts';
import { postScreens } from './screens/post-screens.ts';
import { pulseScreens } from './screens/pulse-screens.ts';
import { rehearsalScreens } from './screens/rehearsal-screens.ts';
import { replyScreens } from './screens/reply-screens.ts';
import { type SampleWords, sampleWords } from './screens/sample-words.ts';
import type { Screen, Size } from './screens/screen.ts';
import { typedReplyScreens } from './screens/typed-reply-screens.ts';

export { type SampleWords, sampleWords } from './screens/sample-words.ts';
export { SCREEN_GROUPS, type Screen, SIZES, type Size } from './screens/screen.ts';

/** Every message and form that the app can produce. `words`: what people wrote, where it is not to be the sample's. */
export function allScreens(
  size: Size,
  language: Language,
  words: SampleWords = sampleWords(size, language),
): readonly Screen[] {
  const t = translate(language);
  return [
    ...postScreens(size, words, t),
    ...replyScreens(size, words, t),
    ...typedReplyScreens(size, words, t),
    ...formScreens(size, words, t),
    ...rehearsalScreens(size, words, t),
    ...deskScreens(size, words, t),
    ...pulseScreens(size, words, t),
    ...alertScreens(size, words, t),
    ...digestScreens(size, words, t),
    ...homeScreens(size, words, t),
    ...planScreens(size, words, t),
    ...meetingScreens(size, words, t),
    ...evidenceScreens(size, words, t),
    ...exportScreens(size, words, t),
    ...partingScreens(size, words, t),
  ];
}
