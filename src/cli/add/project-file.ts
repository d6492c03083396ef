/**
 * The files that hold a project's own servers, by the ids of clients, relative to the project's folder. Clients that
 * only know a person's own settings are not here: those settings are changed by the client itself, or by hand.
 */
export const PROJECT_FILES: Readonly<Record<string, string>> = {
  'claude-code': '.mcp.json',
  cursor: '.cursor/mcp.json',
  'gemini-cli': '.gemini/settings.json',
  junie: '.junie/mcp/mcp.json',
  kiro: '.kiro/settings/mcp.json',
  opencode: 'opencode.json',
  'visual-studio': '.mcp.json',
  vscode: '.vscode/mcp.json',
  'vscode-insiders': '.vscode/mcp.json',
}
