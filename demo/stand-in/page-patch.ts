import { additionsScript, STYLE } from './page-additions.ts';
import { type PageWords, pageWords } from './page-words.ts';

type Patch = { find: string; put: string };

// Gaps of the page, closed in its own source (0.1.8). Where a text is not found the page still works: it only
// lacks what is named before the patch.
const PATCHES: Patch[] = [
  // Preselected values, also when a form replaces another one.
  {
    find: 'Q.useEffect(()=>{k({})},[m==null?void 0:m.id,l.length])',
    put: 'Q.useEffect(()=>{k((m&&m.initial_values)||{})},[m&&m.id,m&&m.hash,l.length])',
  },
  // Text areas, and fields for a day and a time.
  {
    find: 'f.jsx("input",{className:"bk-plain-input",placeholder:',
    put: 'f.jsx(l.multiline?"textarea":"input",{rows:l.multiline?4:void 0,type:l.multiline?void 0:l.layout,className:"bk-plain-input",placeholder:',
  },
  // A form that takes another's place is shown from its top.
  { find: '{className:"modal-body",children:', put: '{className:"modal-body",key:m.hash,children:' },
  // Buttons inside forms, and errors beside their fields.
  {
    find: 'f.jsx(ei,{blocks:m.blocks,ctx:{input:C}})',
    put: 'f.jsx(ei,{blocks:m.blocks,ctx:{input:C,errors:c,onAction:K=>du("",m.id,a,K)}})',
  },
  {
    find: 'c&&Object.entries(c).map(([R,L])',
    put: 'c&&Object.entries(c).filter(([R])=>!m.blocks.some(w=>w.block_id===R)).map(([R,L])',
  },
  {
    find: 'l.hint&&f.jsx("div",{className:"bk-hint",children:l.hint.text})]',
    put: 'a.errors&&a.errors[c]&&f.jsx("div",{className:"modal-error",ref:standIn.reveal,children:a.errors[c]}),l.hint&&f.jsx("div",{className:"bk-hint",children:l.hint.text})]',
  },
  // Which fields may stay empty.
  {
    find: 'f.jsx("label",{className:"bk-label",children:l.label.text})',
    put: 'f.jsxs("label",{className:"bk-label",children:[l.label.text," ",f.jsx("span",{className:l.optional?"bk-optional":"bk-required",children:l.optional?standIn.words.optional:"*"})]})',
  },
  // Options in columns, under headings, with their descriptions.
  {
    find: 'return f.jsx("div",{className:"bk-options",children:',
    put: 'if(l.layout==="people")return standIn.people(f,{options:l.options,chosen:D,choose:w=>K.set(c,g,{type:"checkboxes",selected_options:w})});return f.jsx("div",{className:"bk-options "+(l.layout||""),children:',
  },
  {
    find: 'return f.jsxs("label",{children:[f.jsx("input",{type:V',
    put: 'return f.jsxs("label",{"data-heading":he.heading,children:[f.jsx("input",{type:V',
  },
  {
    find: '," ",(Ae=he.text)==null?void 0:Ae.text]},Ne)',
    put: ',f.jsxs("span",{children:[(Ae=he.text)==null?void 0:Ae.text,he.description&&f.jsx("span",{className:"bk-hint",children:he.description.text})]})]},Ne)',
  },
  // Questions before a button acts, and buttons that are links.
  {
    find: 'onClick:()=>k({type:"button",value:l.value,text:l.text})',
    put: 'onClick:()=>standIn.ask(l.confirm,()=>{k({type:"button",value:l.value,text:l.text});const w=standIn.placeOf(l.url);w?x6(hu(w.pathname,w.search)):l.url&&window.open(l.url,"_blank","noreferrer")})',
  },
  // A message that was linked to is shown from its beginning.
  { find: 'F.scrollIntoView({block:"center"})', put: 'F.scrollIntoView({block:"start"})' },
  // Everybody sees their own direct messages and their own ephemeral ones, the app under its name.
  {
    find: 'D=c&&!se?l.messages[c]??[]:[]',
    put: 'D=c&&!se?(l.messages[c]??[]).filter(w=>!w.ephemeral_to||w.ephemeral_to===m):[]',
  },
  {
    find: 'workspace:l.workspace,channels:l.channels,users:l.users',
    put: 'workspace:l.workspace,channels:l.channels.filter(w=>!w.is_im||w.members.includes(m)),users:l.users',
  },
  {
    find: 'for(const W of l.channels){const G=l.messages[W.id]??[];',
    put: 'for(const W of l.channels){if(W.is_im&&!W.members.includes(m))continue;const G=(l.messages[W.id]??[]).filter(w=>!w.ephemeral_to||w.ephemeral_to===m);',
  },
  { find: 'l.members.find(g=>!a.includes(g))', put: 'l.members.find(g=>a.includes(g))' },
  { find: 'Q.useEffect(()=>{s6(m)},[m])', put: 'Q.useEffect(()=>{s6(m),V&&V.is_im&&a(l.channels[0].id)},[m])' },
  // Slack calls no message with blocks edited.
  { find: 'l.edited&&f.jsx(', put: 'l.edited&&!(l.blocks&&l.blocks.length)&&f.jsx(' },
  // Room for the thread.
  { find: '[B,q]=Q.useState(380)', put: '[B,q]=Q.useState(480)' },
];

/** The page's own words, each where it stands in the source. */
function wordPatches(words: PageWords): Patch[] {
  const text = (value: string) => JSON.stringify(value);
  return [
    { find: 'children:"local-slack"', put: `children:${text(words.brand)}` },
    { find: '["Act as"," ",', put: `[${text(words.actAs)}," ",` },
    { find: '"Search channels and apps"', put: text(words.search) },
    { find: 'children:"Channels"', put: `children:${text(words.channels)}` },
    { find: 'children:"Direct messages"', put: `children:${text(words.directMessages)}` },
    { find: 'children:"Apps"', put: `children:${text(words.apps)}` },
    { find: 'V.members.length," members"', put: `V.members.length," ",${text(words.members)},V.topic&&" · "+V.topic` },
    { find: 'children:"only visible to you"', put: `children:${text(words.onlyYou)}` },
    { find: 'children:"(edited)"', put: `children:${text(words.edited)}` },
    { find: '"No messages yet. Say something below."', put: text(words.noMessages) },
    { find: '["Opening ",a,"\'s Home tab…"]', put: text(words.noHome) },
    { find: 'children:"Thread"', put: `children:${text(words.thread)}` },
    { find: '"Reply in thread…"', put: text(words.reply) },
    { find: 'm===1?"reply":"replies"', put: 'standIn.replies(m)' },
    { find: 'a.length===1?"reply":"replies"', put: 'standIn.replies(a.length)' },
    { find: '"Last reply "', put: text(words.lastReply) },
    { find: 'children:"Send"', put: `children:${text(words.send)}` },
    { find: `\`Message \${V.is_im`, put: `\`${words.messageTo}\${V.is_im` },
    {
      find: ` as \${((S=me.find(w=>w.id===m))==null?void 0:S.name)??"…"} — try /echo hi\``,
      put: `${words.hint}\``,
    },
  ];
}

/** The page's source with what Slack can do and it cannot, in the words of a locale such as `ru-RU`. */
export function patchPage(source: string, locale = 'en-US'): string {
  const patches = [...PATCHES, ...wordPatches(pageWords(locale))];
  const patched = patches.reduce((text, { find, put }) => text.replace(find, () => put), source);
  return patched
    .replace('</title>', () => `</title>\n${additionsScript(locale)}`)
    .replace('</head>', () => `${STYLE}</head>`);
}
