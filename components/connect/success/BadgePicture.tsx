import './BadgePicture.css';

/** The toolbar's icon as it is drawn, with a number on it. `text` null: without one. */
export function BadgePicture({ text }: { text: string | null }) {
  return (
    <span class="badge-picture" aria-hidden="true">
      {text === null ? null : <b>{text}</b>}
    </span>
  );
}
