import type { ConfigData } from 'html-validate'

/**
 * How strictly pages are judged: everything that html-validate recommends, with its rules for accessibility. What is
 * left out says why.
 */
export const HTML_RULES: ConfigData = {
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  rules: {
    'no-inline-style': 'error',
    // Code that scrolls sideways is reached by keyboard as a named region, and `section` is not `pre`.
    'prefer-native-element': ['error', { exclude: ['region'] }],
    // Headings of documents begin with numbers, and their ids with them, as the standard has long allowed.
    'valid-id': ['error', { relaxed: true }],
    // A secret of somebody's server is no password of this site: nothing is to offer to keep it.
    'autocomplete-password': 'off',
    // Scripts and styles come from the registry's own host, which sends the hashes as well.
    'require-sri': 'off',
    // A server's name alone may have more characters than the rule wants a title to have.
    'long-title': 'off',
    // What publishers write is shown as they write it.
    'no-trailing-whitespace': 'off',
  },
}
