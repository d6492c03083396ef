/** Where GitHub answers programs. */
export const GITHUB_API = 'https://api.github.com'
