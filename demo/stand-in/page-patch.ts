type Patch = { find: string; put: string };

// Gaps of the page, closed in its own source (0.1.8). Where a text is not found the page still works: it just
// shows nothing preselected, one-line inputs, dead buttons inside forms, or other people's ephemeral messages.
const PATCHES: Patch[] = [
  {
    find: 'Q.useEffect(()=>{k({})},[m==null?void 0:m.id,l.length])',
    put: 'Q.useEffect(()=>{k((m&&m.initial_values)||{})},[m==null?void 0:m.id,l.length])',
  },
  {
    find: 'f.jsx("input",{className:"bk-plain-input",placeholder:',
    put: 'f.jsx(l.multiline?"textarea":"input",{rows:l.multiline?4:void 0,className:"bk-plain-input",placeholder:',
  },
  {
    find: 'f.jsx(ei,{blocks:m.blocks,ctx:{input:C}})',
    put: 'f.jsx(ei,{blocks:m.blocks,ctx:{input:C,onAction:K=>du("",m.id,a,K)}})',
  },
  {
    find: 'D=c&&!se?l.messages[c]??[]:[]',
    put: 'D=c&&!se?(l.messages[c]??[]).filter(w=>!w.ephemeral_to||w.ephemeral_to===m):[]',
  },
];

/** The page's source with preselected values, text areas and buttons in forms. */
export function patchPage(source: string): string {
  return PATCHES.reduce((patched, { find, put }) => patched.replace(find, () => put), source);
}
