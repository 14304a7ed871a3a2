import './Icon.css';

const paths = {
  refresh: 'M13.5 8a5.5 5.5 0 1 1-1.7-4M13.5 1.5V4.5h-3',
  settings:
    'M2 4.5h7M13 4.5h1M2 11.5h1M7 11.5h7M9.2 4.5a1.8 1.8 0 1 0 3.6 0a1.8 1.8 0 1 0-3.6 0M3.2 11.5a1.8 1.8 0 1 0 3.6 0a1.8 1.8 0 1 0-3.6 0',
  open: 'M4 6.5l4 4 4-4',
  check: 'M3 8.5l3.2 3.2L13 4.8',
  pin: 'M5.5 1.5h5M6.5 1.5v5L4 9.5h8l-2.5-3v-5M8 9.5v5',
  bell: 'M3 11.5h10l-1.3-2V6.8a3.7 3.7 0 0 0-7.4 0v2.7zM6.7 14h2.6',
  'bell-off': 'M3 11.5h10l-1.3-2V6.8a3.7 3.7 0 0 0-7.4 0v2.7zM6.7 14h2.6M2 1.5l12 12',
  more: 'M3 8h.01M8 8h.01M13 8h.01',
  warning: 'M8 2 14.8 13.8H1.2ZM8 6.5v3.2M8 11.7v.1',
};

export function Icon({ name }: { name: keyof typeof paths }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
