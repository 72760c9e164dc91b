// Uploads one file with tus-js-client, and goes on after every cut for as long as there is progress.
// Prints one line of JSON: what became of it.
//
// usage: node upload.mjs ENDPOINT TOKEN FILE TITLE
import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import { Upload } from 'tus-js-client';

const [endpoint, token, file, title] = process.argv.slice(2);
const requests = { POST: 0, HEAD: 0, PATCH: 0 };
let result = '';

const upload = new Upload(createReadStream(file), {
  endpoint,
  uploadSize: statSync(file).size,
  headers: { Authorization: `Bearer ${token}` },
  metadata: { filename: basename(file), filetype: 'text/plain', title },
  retryDelays: [0, 100, 200, 500, 1000, 1000, 2000, 2000, 5000, 5000, 10000, 10000, 20000],
  storeFingerprintForResuming: false,
  onBeforeRequest: (request) => {
    requests[request.getMethod()] += 1;
  },
  onAfterResponse: (_, response) => {
    result = response.getHeader('Upload-Result') ?? result;
  },
  onError: (error) => {
    console.log(JSON.stringify({ error: String(error), requests }));
    process.exit(1);
  },
  onSuccess: () => {
    console.log(JSON.stringify({ url: upload.url, result, requests }));
  },
});
upload.start();
