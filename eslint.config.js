import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const IMPURE_GLOBALS = [
  'console',
  'setTimeout',
  'setInterval',
  'fetch',
  'performance',
  'process',
  'crypto',
  'localStorage',
]

const purity = {
  'no-restricted-globals': ['error', ...IMPURE_GLOBALS.map((name) => ({ name, message: 'shared/ is pure' }))],
  'no-restricted-properties': [
    'error',
    { object: 'Date', property: 'now', message: 'time comes in as a value' },
    { object: 'Math', property: 'random', message: 'no chance in the planner' },
  ],
  'no-restricted-syntax': [
    'error',
    { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'time comes in as a value' },
    {
      selector: 'CallExpression[callee.property.name=/^(localeCompare|toLocale.*)$/]',
      message: 'locale data differs between runtimes',
    },
  ],
}

/** No words in components: every string on the screen has a key in renderer/text. */
const wordsByKey = {
  'no-restricted-syntax': [
    'error',
    { selector: 'JSXText[value=/[\\u4e00-\\u9fff]|[A-Za-z]{2,}/]', message: 'words go to renderer/text' },
    { selector: 'Literal[value=/[\\u4e00-\\u9fff]/]', message: 'words go to renderer/text' },
    { selector: 'TemplateElement[value.raw=/[\\u4e00-\\u9fff]/]', message: 'words go to renderer/text' },
  ],
}

export default tseslint.config(
  { ignores: ['node_modules', 'out', 'dist', 'demo-output', 'test/fixtures', 'test-results', '**/*.cjs'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: ['**/*.ts', '**/*.tsx'] })),
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/unbound-method': 'off',
      // zod schemas and their inferred types share a name on purpose.
      '@typescript-eslint/no-redeclare': 'off',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      eqeqeq: 'error',
      'no-eval': 'error',
    },
  },
  { files: ['shared/**/*.ts'], rules: purity },
  { files: ['renderer/**/*.tsx'], ignores: ['renderer/text/**'], rules: wordsByKey },
  { files: ['test/**/*.ts', 'test/**/*.tsx'], rules: { 'max-lines': ['error', { max: 400 }] } },
)
