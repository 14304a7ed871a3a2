/* The addresses that hotspots have as they come from their makers. */

export const huaweiOrigin = 'http://192.168.8.1';
export const zteOrigin = 'http://192.168.0.1';

/** With the provider that reads them. */
export const usualHotspots = [
  { providerId: 'huawei-hilink', origin: huaweiOrigin },
  { providerId: 'zte-goform', origin: zteOrigin },
] as const;
