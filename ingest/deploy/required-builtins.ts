import { builtinModules } from 'node:module';
import type { Plugin } from 'esbuild';

const BUILTIN = new RegExp(`^(?:${builtinModules.filter((name) => !name.startsWith('_')).join('|')})$`);

/**
 * Modules of Node that packages `require` by their bare names (`pg` does) become imports, which the platform knows: in
 * an ES module nothing can be required while the program runs.
 */
export const requiredBuiltins: Plugin = {
  name: 'required-builtins',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: BUILTIN }, ({ path }) => ({ path, namespace: 'required-builtin' }));
    onLoad({ filter: /.*/, namespace: 'required-builtin' }, ({ path }) => ({
      contents: `import builtin from 'node:${path}'; module.exports = builtin;`,
    }));
    // An optional driver in C, which `pg` looks for when it is asked for by name.
    onResolve({ filter: /^pg-native$/ }, ({ path }) => ({ path, namespace: 'absent' }));
    onLoad({ filter: /.*/, namespace: 'absent' }, () => ({ contents: 'module.exports = null;' }));
  },
};
