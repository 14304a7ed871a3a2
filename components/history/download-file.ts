/** Offers a text as a download; no permission is needed for that. */
export function downloadFile(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Firefox reads the address only after this turn.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
