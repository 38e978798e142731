/** Light or dark: as the system is, until the visitor chooses, and then as chosen. */

const root = document.documentElement;

function stored() {
  try {
    return localStorage.getItem('theme');
  } catch {
    return null;
  }
}

export function themeName() {
  return root.dataset.theme ?? (matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark');
}

export function nextTheme() {
  root.dataset.theme = themeName() === 'light' ? 'dark' : 'light';
  try {
    localStorage.setItem('theme', root.dataset.theme);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}

if (stored()) root.dataset.theme = stored();
