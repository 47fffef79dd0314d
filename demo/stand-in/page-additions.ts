import { pageWords } from './page-words.ts';

/** The page's look where Slack's is easier to read; after the page's own style. */
export const STYLE = `<style>
body { line-height: 1.46; }
.mrkdwn { white-space: pre-wrap; }
.channel-sub { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.channel-title { white-space: nowrap; }
.blocks { gap: 8px; }
.bk-header { font-size: 18px; }
.bk-section { display: flex; justify-content: space-between; align-items: flex-start; gap: 12px; }
.bk-section .bk-button { flex: 0 0 auto; }
.bk-context { align-items: flex-start; line-height: 1.4; }
.bk-button { font-size: 14px; line-height: 1.4; }
.mrkdwn-quote { white-space: pre-wrap; border-left-width: 4px; }
.modal { width: 560px; }
.modal-body .blocks { gap: 16px; }
.modal-body .bk-plain-input, .modal-body .bk-select { max-width: none; width: 100%; background: #fff; }
.modal-body textarea { resize: vertical; }
.bk-label { font-size: 15px; }
.bk-optional { color: var(--muted); font-weight: 400; }
.bk-required { color: var(--red); }
.bk-options label { display: flex; gap: 8px; align-items: flex-start; }
.bk-options input { margin: 4px 0 0; flex: 0 0 auto; }
.bk-options .bk-hint { display: block; }
.people { display: flex; flex-wrap: wrap; gap: 6px; border: 1px solid #bbb; border-radius: 4px; padding: 5px 8px; }
.people button { border: 0; border-radius: 4px; background: #e8f5fb; color: #1264a3; font: inherit; font-weight: 700; cursor: pointer; }
.people select { border: 0; background: none; color: var(--muted); font: inherit; flex: 1 0 120px; }
.bk-options.grouped { border: 1px solid #bbb; border-radius: 4px; padding: 0 10px 8px; max-height: 230px; overflow-y: auto; }
.bk-options [data-heading] { flex-wrap: wrap; }
.bk-options [data-heading]::before { content: attr(data-heading); flex: 1 0 100%; margin: 8px 0 2px; color: var(--muted); font-size: 13px; font-weight: 700; }
.bk-options [data-heading] > span { flex: 1 1 0; }
.bk-hint { font-size: 13px; }
.modal-error { margin-top: 2px; font-size: 14px; }
.modal-error::before { content: "⚠ "; }
.ask { max-width: 420px; }
</style>`;

// A question before a button acts, plurals, places inside the workspace: called from the patched source.
const ADDITIONS = `
const plurals = new Intl.PluralRules(locale);
const el = (name, className, textContent) => Object.assign(document.createElement(name), { className, textContent });
window.standIn = {
  words,
  replies: (count) => words.replies[plurals.select(count)],
  reveal: (node) => node && node === document.querySelector('.modal-error') && node.parentElement.scrollIntoView({ block: 'nearest' }),
  placeOf: (url) => {
    const place = url && new URL(url, location.origin);
    return place && place.pathname.startsWith('/archives/') ? place : undefined;
  },
  people: (jsx, { options, chosen, choose }) => {
    const others = (one) => chosen.filter((other) => other.value !== one.value);
    const rest = options.filter((one) => others(one).length === chosen.length);
    const add = (event) => choose([...chosen, ...rest.filter((one) => one.value === event.target.value)]);
    const asOption = (one) => jsx.jsx('option', { value: one.value, children: one.text.text }, one.value);
    const asChip = (one) =>
      jsx.jsx('button', { onClick: () => choose(others(one)), children: one.text.text + ' ×' }, one.value);
    const first = jsx.jsx('option', { value: '', children: words.addPerson }, '');
    const list = jsx.jsx('select', { value: '', onChange: add, children: [first, ...rest.map(asOption)] }, 'add');
    return jsx.jsx('div', { className: 'people', children: [...chosen.map(asChip), list] });
  },
  ask: (question, go) => {
    if (!question) return go();
    const overlay = el('div', 'modal-overlay');
    const dialog = el('div', 'modal ask');
    const head = el('div', 'modal-head');
    const foot = el('div', 'modal-foot');
    const deny = el('button', 'modal-btn', question.deny.text);
    const confirm = el('button', 'modal-btn primary', question.confirm.text);
    deny.onclick = () => overlay.remove();
    confirm.onclick = () => { overlay.remove(); go(); };
    head.append(el('span', 'modal-title', question.title.text));
    foot.append(deny, confirm);
    dialog.append(head, el('div', 'modal-body', question.text.text), foot);
    overlay.append(dialog);
    document.body.append(overlay);
    confirm.focus();
  },
};`;

/** What the patches of the page call, as a script that runs before the page's own. */
export function additionsScript(locale: string): string {
  const { optional, replies, addPerson } = pageWords(locale);
  return `<script>{const locale = ${JSON.stringify(locale)}, words = ${JSON.stringify({ optional, replies, addPerson })};${ADDITIONS}}</script>`;
}
