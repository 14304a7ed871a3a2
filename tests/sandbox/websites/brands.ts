import type { WebsiteKind } from './types.ts';

export type Brand = {
  name: string;
  colour: string;
  /** By what its header names who is signed in. */
  identity: 'email' | 'phone';
  cookie: string;
  /** Cookies and permissions know hosts without their ports: the two sites are of two. */
  host: '127.0.0.1' | 'localhost';
};

export const BRANDS: Readonly<Record<WebsiteKind, Brand>> = {
  rendered: {
    name: 'Brightwater Mobile',
    colour: '#0b6e6e',
    identity: 'email',
    cookie: 'brightwater_session',
    host: '127.0.0.1',
  },
  'script-drawn': {
    name: 'Papaya SIM',
    colour: '#b8431c',
    identity: 'phone',
    cookie: 'papaya_session',
    host: 'localhost',
  },
};
