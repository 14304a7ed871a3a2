/** Null: the browser does not tell. What other sites keep to themselves is missing, so that it is at least this much. */
export function loadedBytes(): { documentBytes: number | null; pageBytes: number | null } {
  const [page] = performance.getEntriesByType('navigation') as PerformanceResourceTiming[];
  const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  const documentBytes = page ? sizeOf(page) : 0;
  const pageBytes = resources.reduce((sum, resource) => sum + sizeOf(resource), documentBytes);
  return { documentBytes: documentBytes || null, pageBytes: pageBytes || null };
}

/** What came from the browser's cache, or was only confirmed, would be loaded in full where nothing is cached. */
function sizeOf({ transferSize, encodedBodySize }: PerformanceResourceTiming): number {
  return Math.max(transferSize, encodedBodySize);
}
