// Sass to CSS, TypeScript (checked) to small files, and our mark. Run by Assets.targets.
import { build } from 'esbuild';
import * as sass from 'sass';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';

const out = 'wwwroot/dist';
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const styles = sass.compile('Assets/app.scss', { loadPaths: ['node_modules'], style: 'compressed', quietDeps: true });
writeFileSync(`${out}/app.css`, styles.css);

execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '--project', 'tsconfig.json'], { stdio: 'inherit' });

const scripts = { bundle: true, minify: true, target: 'es2022', outdir: out, legalComments: 'none', logLevel: 'warning' };
await build({ ...scripts, entryPoints: ['Assets/app.ts'], format: 'esm' });
await build({ ...scripts, entryPoints: ['Assets/early.ts'], format: 'iife' });

// With diagram-js in it, so that only the page on which a map is drawn carries it.
await build({ ...scripts, entryPoints: ['Assets/canvas/canvas.ts'], format: 'esm' });

// Only the icons the styles point at: the kit's other pictures carry a logo that is not ours to show.
mkdirSync(`${out}/images`);
for (const [, icon] of styles.css.matchAll(/\/dist\/images\/([a-z-]+\.svg)/g)) {
  cpSync(`node_modules/nhsuk-frontend/dist/nhsuk/assets/images/${icon}`, `${out}/images/${icon}`);
}
cpSync('Assets/mark.svg', `${out}/images/mark.svg`);
