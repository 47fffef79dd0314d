/** The one function the gallery needs of a package that carries no types. */
declare module 'react-dom/server' {
  export function renderToStaticMarkup(element: import('react').ReactElement): string;
}
