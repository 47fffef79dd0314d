import type { ModalView } from '@slack/types';
import { phaseOfStatement, WORD_PHASES, type WordPhase } from '../../domain/statement.ts';
import { readShownWords, type ShownWords } from '../../usecases/read-shown-words.ts';
import { renderHideForm, renderHideQuestion } from '../blocks/views/hide-form.ts';
import { renderMessageView } from '../blocks/views/message-view.ts';
import type { Actor } from './actor.ts';
import type { ListenerContext } from './listener-context.ts';
import { facilitationRefusalText } from './show-desk.ts';

type Asked = { readonly reviewId: string; readonly phase: WordPhase | null };

/** The page on which the facilitator chooses what to hide: the question first where there are several, then what was said. */
export async function findHideForm(ctx: ListenerContext, actor: Actor, { reviewId, phase }: Asked): Promise<ModalView> {
  const { workspaceId, userId, t } = actor;
  const say = (text: Parameters<typeof renderMessageView>[0]['text']) =>
    renderMessageView({ title: t.desk.title.hide, text }, t);
  const shown = await readShownWords(ctx, { workspaceId, reviewId, userId });
  if (!shown.ok) return say(facilitationRefusalText(shown.reason, null, t));
  const byPhase = new Map(WORD_PHASES.map((one) => [one, wordsIn(shown.words, one)] as const));
  const withWords = WORD_PHASES.filter((one) => byPhase.get(one)?.length);
  if (withWords.length === 0) return say(t.desk.hide.nothingShown);
  const chosen =
    phase !== null && withWords.includes(phase) ? phase : withWords.length === 1 ? withWords[0] : undefined;
  if (chosen === undefined) {
    const counts = Object.fromEntries(withWords.map((one) => [one, byPhase.get(one)?.length ?? 0]));
    return renderHideQuestion({ reviewId, counts }, t);
  }
  const words = byPhase.get(chosen) ?? [];
  const names = await findNames(ctx, words);
  return renderHideForm(
    {
      reviewId,
      phase: chosen,
      words: words.map(({ digest, said }) => ({
        digest,
        text: said.text,
        name: said.authorId === null ? null : (names.get(said.authorId) ?? null),
      })),
    },
    t,
  );
}

function wordsIn(words: readonly ShownWords[], phase: WordPhase): readonly ShownWords[] {
  return words.filter(({ said }) => phaseOfStatement(said.kind) === phase);
}

async function findNames({ directory }: ListenerContext, words: readonly ShownWords[]): Promise<Map<string, string>> {
  const ids = [...new Set(words.flatMap(({ said }) => said.authorId ?? []))];
  const members = await directory.findAll(ids);
  return new Map(ids.map((id, at) => [id, members[at]?.name ?? id]));
}
