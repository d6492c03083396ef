/**
 * Applies the theme that somebody chose, before the page is painted: a file would come a moment too late, and every
 * page would wait for it. The policy allows it by its hash.
 */
export const THEME_SCRIPT =
  "try{const t=localStorage.getItem('theme');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}"
