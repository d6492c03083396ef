import astro from 'eslint-plugin-astro'
import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'

/** The rooms of the code. What stands in one may import what stands before it, and nothing that stands after it. */
const ROOMS = [
  'model',
  'validate',
  'catalog',
  'api',
  'verify',
  'github',
  'track',
  'sync',
  'publish',
  'site',
  'cli',
]

const oneWay = ROOMS.map((room, place) => ({
  files: [`src/${room}/**/*.ts`],
  ignores: ['**/*.test.ts'],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: ROOMS.slice(place + 1).map((later) => ({
          // The site serves the program, which is packed from its files and not imported.
          regex: `^(\\.\\./)+${later}/(?!pack/)`,
          message: `src/${room} comes before src/${later}: imports point the other way.`,
        })),
      },
    ],
  },
}))

export default defineConfig(
  { ignores: ['dist/', '.astro/', '.build-*/', 'coverage/'] },
  ...tseslint.configs.recommended,
  ...astro.configs.recommended,
  {
    rules: {
      eqeqeq: 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['src/**/*.ts', 'scripts/**/*.ts', 'tests/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: { '@typescript-eslint/no-floating-promises': 'error' },
  },
  ...oneWay,
)
