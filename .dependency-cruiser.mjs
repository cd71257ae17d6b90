// The arrows between the packages. A rule's comment is the text shown when somebody breaks it.

/** What each package may import. An arrow may only point down this list; a new package gets a line. */
const arrows = {
  knowledge: [],
  statistics: [],
  safety: ['knowledge'],
  jurisdiction: ['knowledge'],
  planning: ['safety', 'knowledge'],
  outcomes: ['statistics', 'knowledge'],
  evidence: ['statistics', 'knowledge'],
  handbook: ['evidence', 'safety', 'knowledge'],
  accounts: [],
  record: ['outcomes', 'accounts', 'safety', 'knowledge'],
  contacts: ['record', 'accounts', 'knowledge'],
  server: [
    'evidence',
    'outcomes',
    'contacts',
    'jurisdiction',
    'planning',
    'record',
    'accounts',
    'safety',
    'knowledge',
  ],
  web: ['evidence', 'outcomes', 'handbook', 'jurisdiction', 'planning', 'safety', 'knowledge'],
  cli: [
    'outcomes',
    'evidence',
    'statistics',
    'contacts',
    'handbook',
    'jurisdiction',
    'web',
    'server',
    'planning',
    'record',
    'accounts',
    'safety',
    'knowledge',
  ],
};

/** These run unchanged in Node.js and in a browser: the same input gives the same plan on both. */
const pure = [
  'knowledge',
  'statistics',
  'safety',
  'planning',
  'handbook',
  'jurisdiction',
  'evidence',
  'outcomes',
];

/** The dependencies without effects that the pure packages may have. */
const harmless = ['valibot', 'yaml', 'js-yaml', 'saxes'];

const test = '\\.test(-d)?\\.tsx?$|/testing/';
const inPure = {
  path: `^packages/(${pure.join('|')})/`,
  pathNot: ['^packages/(knowledge|jurisdiction)/src/node/', test],
};

const inWeb = { path: '^packages/web/src/', pathNot: test };

const arrowRules = Object.entries(arrows).flatMap(([name, allowed]) => {
  const others = Object.keys(arrows).filter((other) => other !== name && !allowed.includes(other));
  const typesOnly = name === 'web' ? ['server'] : [];
  const forbidden = others.filter((other) => !typesOnly.includes(other));
  return forbidden.length === 0
    ? []
    : [
        {
          name: `arrows-of-${name}`,
          comment:
            `packages/${name} may import ${allowed.length === 0 ? 'no other package' : `only ${allowed.join(', ')}`}. ` +
            'Arrows point one way, from interface to knowledge, so that each part can be read and ' +
            'tested without those above it. Move the shared thing down, or pass it in as an argument.',
          severity: 'error',
          from: { path: `^packages/${name}/` },
          to: { path: `^packages/(${forbidden.join('|')})/` },
        },
      ];
});

export default {
  forbidden: [
    ...arrowRules,
    {
      name: 'web-takes-only-types-from-server',
      comment:
        'packages/web may take only types from packages/server (`import type`): any other import ' +
        'would put the server, its database and its secrets into the page.',
      severity: 'error',
      from: { path: '^packages/web/' },
      to: { path: '^packages/server/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'pure-packages-run-in-a-browser',
      comment:
        'knowledge, safety, planning and handbook run in the browser too, so they may not import Node.js ' +
        'modules. Read the file, clock or socket outside, and pass the result in. (Only ' +
        'the folders src/node/ read files.)',
      severity: 'error',
      from: inPure,
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'pure-packages-have-no-effects',
      comment:
        `The pure packages may import only ${harmless.join(' and ')}: a plan depends on nothing but ` +
        'its input. Another dependency without effects is added to `harmless` in .dependency-cruiser.mjs.',
      severity: 'error',
      from: inPure,
      to: {
        path: 'node_modules/',
        pathNot: `node_modules/(${harmless.join('|')})/`,
      },
    },
    {
      name: 'pure-packages-do-not-read-files',
      comment:
        'packages/knowledge/src/node/ (`@assuage/knowledge/node`) reads files, so pure code may not ' +
        'import it: load the knowledge outside, and pass it in.',
      severity: 'error',
      from: inPure,
      to: { path: '^packages/(knowledge|jurisdiction)/src/node/' },
    },
    {
      name: 'web-runs-in-a-browser',
      comment:
        'packages/web/src runs in the browser, so it may not import Node.js modules: ask the server ' +
        'for what is on a disk. (Its tests and its Vite settings run in Node.js and may.)',
      severity: 'error',
      from: inWeb,
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'web-does-not-read-files',
      comment:
        '`@assuage/knowledge/node` reads files, which a browser cannot: ask the server for the ' +
        'knowledge, or put it in at build time.',
      severity: 'error',
      from: inWeb,
      to: { path: '^packages/(knowledge|jurisdiction)/src/node/' },
    },
    {
      name: 'only-the-front-door',
      comment:
        'Import another package by its name (`@assuage/safety`), not by a path into it: its index.ts ' +
        'says what it promises, and everything behind may change.',
      severity: 'error',
      from: { path: '^packages/([^/]+)/' },
      to: {
        path: '^packages/[^/]+/',
        pathNot: ['^packages/$1/', '^packages/[^/]+/src/(index|node/index)\\.ts$'],
      },
    },
    {
      name: 'no-tests-in-the-product',
      comment: 'Only tests import tests. Move what is shared into a module without `.test`.',
      severity: 'error',
      from: { path: '^packages/', pathNot: test },
      to: { path: `${test}|^tests/` },
    },
    {
      name: 'no-circles',
      comment:
        'These modules import each other in a circle, so none can be understood or loaded alone. ' +
        'Move what both need into a third module.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'Nothing imports this module and it imports nothing: use it, or delete it.',
      severity: 'error',
      from: {
        orphan: true,
        path: '^packages/',
        pathNot: [
          test,
          '/src/(index|main|bin)\\.tsx?$',
          '/src/node/index\\.ts$',
          '\\.d\\.ts$',
          '\\.config\\.ts$',
        ],
      },
      to: {},
    },
    {
      name: 'imports-are-found',
      comment: 'This import leads nowhere: is the path right, and the dependency in package.json?',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^node:' },
    },
  ],
  options: {
    // swc reads the sources, because dependency-cruiser cannot with TypeScript 7. It sees `import type`
    // as well; only with `tsPreCompilationDeps` would it ask for an older TypeScript.
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^packages/[^/]+/(dist|coverage)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.d.ts'],
      mainFields: ['module', 'main'],
    },
  },
};
