import type { Language } from '../src/domain/language.ts';
import { ACTIONS, FIELDS, VIEWS } from '../src/slack/ids.ts';
import { complaintValues, createScene, type Scene } from './play.ts';
import { type Demo, startDemo } from './run-parley.ts';
import { BOT, EVERYBODY, PEOPLE, type PersonName, TEAM_CHANNEL, TEAM_ID } from './sample-agency.ts';
import type { Teller } from './stage.ts';
import type { View } from './stand-in/block-shapes.ts';
import type { ActionTarget } from './stand-in/driver.ts';
import type { Message } from './stand-in/message-book.ts';
import { findElement } from './stand-in/people.ts';
import { createStoryClock, type StoryClock } from './story-clock.ts';
import { STORY_WORDS, type StoryWords } from './story-words.ts';
import { createReader } from './terminal.ts';

/** A Monday, ten in the morning in Berlin. */
const MONDAY_MORNING = new Date('2026-11-23T09:00:00Z');
const PATIENCE_MS = 15_000;
/** Longer than the app waits before it posts what has gathered. */
const QUIET_MS = 250;

/** A review and what follows from it over weeks, told act by act. */
export type Story = Scene &
  ReturnType<typeof createNarrator> & {
    readonly demo: Demo;
    readonly say: StoryWords;
    /** Lets the time come and everything happen that is due by then. */
    goTo(instant: string): Promise<void>;
    /** Presses a button of the person's open form; `about` says what it stands beside, where several have the same words. */
    pressInForm(name: PersonName, target: ActionTarget, about?: string): Promise<void>;
    /** Waits until the person's open form says `text`. */
    formSays(name: PersonName, text: string): Promise<View>;
    /** The same, and tells the form. */
    screen(name: PersonName, text: string): Promise<void>;
    /** The id of the client that the story is about. */
    clientId(): Promise<string>;
  };

type Telling = { readonly language: Language; readonly teller: Teller };

/** Plays `acts` between the real app and the stand-in Slack, with a clock that is moved; throws where Slack would have refused something. */
export async function playStory({ language, teller }: Telling, acts: (story: Story) => Promise<void>): Promise<void> {
  const clock = createStoryClock(MONDAY_MORNING);
  const demo = await startDemo({ language, clock: clock.now, hasPulses: false });
  try {
    const story = createStory(demo, clock, { language, teller });
    await acts(story);
    const broken = demo.standIn.violations();
    if (broken.length > 0) throw new Error(`Slack would have refused: ${broken.join('; ')}`);
  } finally {
    await demo.stop();
  }
}

function createStory(demo: Demo, clock: StoryClock, { language, teller }: Telling): Story {
  const scene = createScene(demo, language, teller);
  const { driver, script } = scene;
  const reader = createReader(demo.standIn.workspace);
  const say = STORY_WORDS[language];
  const firstName = (name: PersonName) => PEOPLE[name].name[language].split(' ')[0] ?? name;
  const formSays = (name: PersonName, text: string) => {
    const find = () => [driver.openView(PEOPLE[name].id)].find((view) => view && whole(view).includes(text));
    const whole = (view: View) => `${reader.readView(view)}${JSON.stringify(view.blocks)}`;
    return driver.waitFor(find, { timeoutMs: PATIENCE_MS, what: `a form of ${name} that says “${text}”` });
  };
  return {
    ...scene,
    formSays,
    async screen(name, text) {
      const view = await formSays(name, text);
      teller.show(say.screen(firstName(name)), reader.readView(view, driver.shownValues(PEOPLE[name].id)));
    },
    ...createNarrator({ demo, scene, teller, say }),
    demo,
    say,
    async goTo(instant) {
      clock.moveTo(new Date(instant));
      await demo.app.tick();
    },
    async pressInForm(name, target, about) {
      const user = PEOPLE[name].id;
      const { actionId, value } = typeof target === 'string' ? { actionId: target, value: null } : target;
      const view = await driver.view(user);
      const match = typeof value === 'string' ? { value } : {};
      const button = findElement(view.blocks, actionId, match)?.element.text?.text ?? actionId;
      teller.note(`${script.words.presses(firstName(name), button)}${about === undefined ? '' : `: ${about}`}`);
      await driver.pressInView(user, target);
    },
    async clientId() {
      const { clients } = demo.app.storage.forWorkspace(TEAM_ID);
      return (await clients.findByNameKey('northwind'))?.id ?? '';
    },
  };
}

type Narrating = {
  readonly demo: Demo;
  readonly scene: Scene;
  readonly teller: Teller;
  readonly say: StoryWords;
};

/** Tells every message that appeared or changed since it was last asked, to whomever it is shown. */
function createNarrator({ demo: { standIn }, scene: { driver, script }, teller, say }: Narrating) {
  const reader = createReader(standIn.workspace);
  const told = new Set<string>();
  const { words } = script;
  const nameOf = (userId: string) => reader.nameOf(userId).split(' ')[0] ?? userId;
  const channel = `#${reader.channelOf(TEAM_CHANNEL)}`;
  const owner = (message: Message) =>
    EVERYBODY.find((name) => driver.directMessages(PEOPLE[name].id).some((one) => one.channel === message.channel));

  const headings = (message: Message): { heading: string; reader: string | null } => {
    if (message.ephemeral_to) return { heading: words.alone(nameOf(message.ephemeral_to)), reader: null };
    if (message.user !== BOT.botUserId) return { heading: say.writes(nameOf(message.user), channel), reader: null };
    const person = owner(message);
    if (person) return { heading: '', reader: nameOf(PEOPLE[person].id) };
    const isCard = message.thread_ts === undefined || message.thread_ts === message.ts;
    return { heading: (isCard ? words.card : words.thread)(channel), reader: null };
  };
  const news = () =>
    standIn
      .messages()
      .map((message) => ({ message, text: reader.readMessage(message) }))
      .filter(({ message, text }) => !told.has(`${message.channel} ${message.ts} ${text}`));
  const remember = (all: ReturnType<typeof news>) => {
    for (const { message, text } of all) told.add(`${message.channel} ${message.ts} ${text}`);
  };

  /** Waits until Slack has been still for a moment, then tells what is new; the same words to several people once. */
  const tellNews = async () => {
    await quiet(standIn);
    const all = news();
    remember(all);
    const direct = new Map<string, string[]>();
    for (const { message, text } of all) {
      const { heading, reader: person } = headings(message);
      if (person === null) teller.show(heading, text);
      else direct.set(text, [...(direct.get(text) ?? []), person]);
    }
    for (const [text, people] of direct) teller.show(say.direct([...new Set(people)].join(', ')), text);
  };
  /** Waits for a message that is meant, as it is now, and tells all news. */
  const seen = async (matches: (text: string, message: Message) => boolean, what: string): Promise<Message> => {
    const find = () => standIn.messages().findLast((one) => matches(reader.readMessage(one), one));
    const message = await driver.waitFor(find, { timeoutMs: PATIENCE_MS, what });
    await tellNews();
    return message;
  };
  return {
    tellNews,
    seen,
    /** The same, of the messages to one person. */
    seenBy: async (name: PersonName, matches: (text: string, message: Message) => boolean): Promise<Message> => {
      const mine = (message: Message) => driver.directMessages(PEOPLE[name].id).some(({ ts }) => ts === message.ts);
      return seen((text, message) => mine(message) && matches(text, message), `a message to ${name}`);
    },
    /** What has been told by other means is not told again. */
    forgetNews: async () => {
      await quiet(standIn);
      remember(news());
    },
  };
}

function quiet({ onChange }: Demo['standIn']): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      unsubscribe();
      resolve();
    };
    let timer = setTimeout(end, QUIET_MS);
    const unsubscribe = onChange(() => {
      clearTimeout(timer);
      timer = setTimeout(end, QUIET_MS);
    });
  });
}

/** A review that is held in one go: names are shown, everybody says what hurts. Ends with the question for something good. */
export async function playOpenStart({ driver, stage, script, say }: Story): Promise<void> {
  stage.act(script.narration.start);
  await driver.command(PEOPLE.mara.id, TEAM_CHANNEL, `/client-review ${script.client}`);
  await driver.view(PEOPLE.mara.id, VIEWS.start);
  const values = { [FIELDS.mode]: 'open', [FIELDS.preset]: 'live', [FIELDS.question]: script.question };
  await stage.send('mara', values, { isTold: true });
  await stage.step('complaints');
  stage.act(say.answers);
  for (const name of EVERYBODY) {
    const said = name === 'jonas' ? script.late : script.complaints[name];
    await stage.press(name, said ? ACTIONS.answer : ACTIONS.nothingToSay, { opensForm: Boolean(said) });
    if (said) await stage.send(name, complaintValues(said));
  }
  await stage.step('positives');
}

/** Where the client stands at the end. */
export async function showStatus({ stage, demo, say, t }: Story): Promise<void> {
  const client = await demo.app.storage.forWorkspace(TEAM_ID).clients.findByNameKey('northwind');
  stage.act(say.done(client ? t.vocabulary.status[client.status] : '?'));
}
