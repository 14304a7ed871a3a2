import type { ComponentChildren } from 'preact';
import { useEffect, useErrorBoundary } from 'preact/hooks';
import { PageError } from './PageError.tsx';

type Props = { children: ComponentChildren; retry: () => void; isTrial?: boolean };

/**
 * Shows its children or, once one of them cannot be rendered, what to do about it: never an empty page. `isTrial`: then
 * it is tried once more before anything is said.
 */
export function LastCatch({ children, retry, isTrial = false }: Props) {
  const [error] = useErrorBoundary();
  const isTriedAgain = error !== undefined && isTrial;
  useEffect(() => {
    if (isTriedAgain) retry();
  }, [isTriedAgain]);
  if (error === undefined) return children;
  return isTriedAgain ? null : <PageError error={error} retry={retry} />;
}
