/** A target as the name of a part: `../media/a.png` seen from `word/` is `media/a.png`, and `/a/b` is `a/b` wherever it stands. */
export function partName(folder: string, target: string): string {
  const steps = target.startsWith('/') ? [] : folder.split('/').filter((step) => step !== '');
  for (const step of target.replaceAll('\\', '/').split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** The folder of a part, with its closing slash; empty at the top. */
export const folderOf = (part: string): string => part.slice(0, part.lastIndexOf('/') + 1);
