import { setNonce } from 'get-nonce';

/** Libraries that add style elements take the nonce which the server wrote into the page. */
export function takeNonce() {
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;
  if (nonce) setNonce(nonce);
}
