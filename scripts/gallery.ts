import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { galleryPage } from './gallery/gallery-page.ts';

const rendererStyles = createRequire(import.meta.url).resolve('slack-blocks-to-jsx/dist/style.css');
const ownStyles = new URL('./gallery/gallery.css', import.meta.url);
const folder = new URL('../gallery/', import.meta.url);

// The renderer's rules hang on one id; here are many messages, so they hang on its class with the weight of the id.
const styles = [rendererStyles, ownStyles].map((file) =>
  readFileSync(file, 'utf8').replaceAll('#slack_blocks_to_jsx', ':is(#slack_blocks_to_jsx, .slack_blocks_to_jsx)'),
);
mkdirSync(folder, { recursive: true });
const file = new URL('index.html', folder);
writeFileSync(file, galleryPage(styles.join('\n')));
console.log(`Every screen is in ${fileURLToPath(file)}`);
