// Sass to CSS, TypeScript to one ES module, and the kit's icons copied. Run by Assets.targets.
import { build } from 'esbuild';
import * as sass from 'sass';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';

const out = 'wwwroot/dist';
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const styles = sass.compile('Assets/app.scss', { loadPaths: ['node_modules'], style: 'compressed', quietDeps: true });
writeFileSync(`${out}/app.css`, styles.css);

await build({
  entryPoints: ['Assets/app.ts'],
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  outfile: `${out}/app.js`,
  legalComments: 'none',
  logLevel: 'warning',
});

cpSync('node_modules/nhsuk-frontend/dist/nhsuk/assets/images', `${out}/images`, { recursive: true });
