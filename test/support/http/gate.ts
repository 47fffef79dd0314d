export type Gate = { readonly opened: Promise<void>; readonly open: () => void };

/** A promise that somebody else resolves. */
export function createGate(): Gate {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}
