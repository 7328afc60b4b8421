/** Who may import what. Each rule has an example under test/fixtures/layers that must fail. */
const never = (name, from, to, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { path: to },
})

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    never(
      'kernel-stands-alone',
      '^shared/kernel/',
      '^(electron|renderer|test)/|^shared/(domain|contract|planner|text|replication)/',
      'kernel imports nothing of ours',
    ),
    never(
      'domain-below-all',
      '^shared/domain/',
      '^shared/(contract|planner|replication|command)/',
      'domain knows kernel only',
    ),
    never('command-below-contract', '^shared/command/', '^shared/contract/', 'the state of command knows no caller'),
    never('shared-is-pure', '^shared/', '^(electron|renderer|test)/', 'shared imports nothing outside itself'),
    { name: 'shared-no-platform', severity: 'error', from: { path: '^shared/' }, to: { dependencyTypes: ['core'] } },
    never(
      'shared-no-shell',
      '^shared/',
      'node_modules/(electron|better-sqlite3|react|react-dom)/',
      'no Electron, database or view in shared',
    ),
    {
      name: 'planner-no-schemas',
      severity: 'error',
      from: { path: '^shared/planner/' },
      to: { path: 'node_modules/zod/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'planner-types-of-domain',
      severity: 'error',
      from: { path: '^shared/planner/' },
      to: { path: '^shared/(contract|replication)/' },
    },
    never(
      'db-knows-no-service',
      '^electron/core/db/',
      '^electron/core/(services|router|handlers)/|^electron/(main|preload|cli)/|^shared/contract/',
      'the database is below the services',
    ),
    never(
      'core-knows-no-shell',
      '^electron/core/',
      '^electron/(main|preload|cli|launch)/|^renderer/',
      'the core runs without a shell',
    ),
    {
      name: 'electron-only-at-the-edge',
      severity: 'error',
      comment: 'only main, preload and the core process entry may import electron',
      from: {
        path: '^(electron|shared|renderer)/',
        pathNot: '^electron/(main|preload)/|^electron/core/core-process\\.ts$',
      },
      to: { path: 'node_modules/electron/' },
    },
    never(
      'renderer-no-backend',
      '^renderer/',
      '^electron/|node_modules/(electron|better-sqlite3)/',
      'windows talk through the contract only',
    ),
    { name: 'renderer-no-node', severity: 'error', from: { path: '^renderer/' }, to: { dependencyTypes: ['core'] } },
    {
      name: 'features-stand-apart',
      severity: 'error',
      comment: 'a feature never imports another; windows put them side by side',
      from: { path: '^renderer/features/([^/]+)/' },
      to: { path: '^renderer/features/([^/]+)/', pathNot: '^renderer/features/$1/' },
    },
    { name: 'nothing-imports-tests', severity: 'error', from: { pathNot: '^test/' }, to: { path: '^test/' } },
    {
      name: 'no-unlisted-packages',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'], pathNot: '^#' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      mainFields: ['module', 'main', 'types'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.json', '.css'],
    },
    parser: 'tsc',
  },
}
