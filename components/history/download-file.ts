/** Downloads a text as a file, without the downloads permission. */
export function downloadFile(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Firefox reads the blob after this task has ended.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
