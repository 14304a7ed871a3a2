import './Icon.css';

const paths = {
  refresh: 'M13.5 8a5.5 5.5 0 1 1-1.7-4M13.5 1.5V4.5h-3',
  settings:
    'M2 4.5h7M13 4.5h1M2 11.5h1M7 11.5h7M9.2 4.5a1.8 1.8 0 1 0 3.6 0a1.8 1.8 0 1 0-3.6 0M3.2 11.5a1.8 1.8 0 1 0 3.6 0a1.8 1.8 0 1 0-3.6 0',
  open: 'M4 6.5l4 4 4-4',
  pin: 'M5.5 1.5h5M6.5 1.5v5L4 9.5h8l-2.5-3v-5M8 9.5v5',
};

export function Icon({ name }: { name: keyof typeof paths }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
