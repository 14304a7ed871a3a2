import type { ComponentChildren } from 'preact';
import { useErrorBoundary } from 'preact/hooks';
import { PageError } from './PageError.tsx';

/** Shows its children or, once one of them cannot be rendered, what to do about it: never an empty page. */
export function LastCatch({ children, retry }: { children: ComponentChildren; retry: () => void }) {
  const [error] = useErrorBoundary();
  return error === undefined ? children : <PageError error={error} retry={retry} />;
}
