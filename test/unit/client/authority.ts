import { generateKeyPairSync } from "node:crypto";
import forge from "node-forge";

/** A key with its certificate, in PEM. */
export interface Identity {
  readonly key: string;
  readonly cert: string;
}

const DAY = 24 * 60 * 60 * 1000;

/** A private authority, made for one test: no key lies in the repository. */
export class Authority {
  readonly identity: Identity = issue("Test Authority", undefined);

  certificateFor(host: string, options: { readonly isExpired?: boolean } = {}): Identity {
    return issue(host, this.identity, options.isExpired === true ? -DAY : DAY);
  }
}

/** Making a key takes long, so that all servers of a process share one. */
let keyOfServers: KeyPair | undefined;

type KeyPair = ReturnType<typeof newKeys>;

function newKeys() {
  return generateKeyPairSync("rsa", {
    modulusLength: 2048,
    privateKeyEncoding: { type: "pkcs1", format: "pem" },
    publicKeyEncoding: { type: "spki", format: "pem" },
  });
}

function issue(name: string, issuer: Identity | undefined, endsIn = DAY): Identity {
  const { privateKey, publicKey } = issuer === undefined ? newKeys() : (keyOfServers ??= newKeys());
  const certificate = forge.pki.createCertificate();
  const subject = [{ name: "commonName", value: name }];
  certificate.publicKey = forge.pki.publicKeyFromPem(publicKey);
  certificate.serialNumber = `01${forge.util.bytesToHex(forge.random.getBytesSync(8))}`;
  certificate.validity.notBefore = new Date(Date.now() - 2 * DAY);
  certificate.validity.notAfter = new Date(Date.now() + endsIn);
  certificate.setSubject(subject);
  certificate.setIssuer(issuer === undefined ? subject : forge.pki.certificateFromPem(issuer.cert).subject.attributes);
  certificate.setExtensions(
    issuer === undefined
      ? [{ name: "basicConstraints", cA: true }]
      : [{ name: "subjectAltName", altNames: [{ type: 2, value: name }] }],
  );
  certificate.sign(forge.pki.privateKeyFromPem(issuer?.key ?? privateKey), forge.md.sha256.create());
  return { key: privateKey, cert: forge.pki.certificateToPem(certificate) };
}
