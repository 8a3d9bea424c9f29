// Verifies one access token as a stranger's program would: from the discovery document to the keys to the signature.
// Input on stdin: { issuer, audience, token }. Output: the header and the claims.
import { readFileSync } from "node:fs";
import { createRemoteJWKSet, jwtVerify } from "jose";

const { issuer, audience, token } = JSON.parse(readFileSync(0, "utf8"));
const discovery = await (await fetch(`${issuer}/.well-known/openid-configuration`)).json();
const { protectedHeader, payload } = await jwtVerify(token, createRemoteJWKSet(new URL(discovery.jwks_uri)), {
  algorithms: ["ES256"],
  typ: "at+jwt",
  issuer: discovery.issuer,
  audience,
  maxTokenAge: "15m",
  requiredClaims: ["sub", "jti", "exp", "iat", "client_id"],
});
console.log(JSON.stringify({ header: protectedHeader, claims: payload }));
