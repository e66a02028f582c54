// What a server may say with each file of the built page, in the words of the usual hosts. The page runs without
// any of it; with it, less is fetched twice, and the policy holds for the workers too.

const POLICY = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/;

/** For files with a hash of their content in their name. */
const FOREVER = 'public, max-age=31536000, immutable';
/** For those that keep their name from version to version: asked for again each time, sent only where they are others. */
const ASKED = 'no-cache';

const SAME_NAME = ['/', '/index.html', '/sw.js', '/files.json', '/manifest.webmanifest'];

/**
 * The policy that a document has itself kept to (`index.html`), so that it is written down once. Throws an Error
 * where it names none.
 * @param {string} document
 */
export function policyOf(document) {
  const [, policy] = POLICY.exec(document) ?? [];
  if (policy === undefined) throw new Error('The document names no Content-Security-Policy.');
  return policy;
}

/**
 * `_headers` of Netlify and Cloudflare Pages. Both join what several rules say of one header, so each path has
 * its caching said once.
 * @param {string} policy
 */
export function headersFile(policy) {
  const named = SAME_NAME.map((path) => `${path}\n  Cache-Control: ${ASKED}`);
  return `/*
  Content-Security-Policy: ${policy}
  X-Content-Type-Options: nosniff
  Access-Control-Allow-Origin: *
/assets/*
  Cache-Control: ${FOREVER}
${named.join('\n')}
`;
}

/**
 * `.htaccess` of Apache.
 * @param {string} policy
 */
export function htaccess(policy) {
  return `DirectoryIndex index.html
AddDefaultCharset utf-8
AddType text/javascript .js
AddType application/wasm .wasm
AddType application/manifest+json .webmanifest
<IfModule mod_headers.c>
  Header set Content-Security-Policy "${policy}"
  Header set X-Content-Type-Options "nosniff"
  Header set Access-Control-Allow-Origin "*"
  Header set Cache-Control "${ASKED}"
  <FilesMatch "-[A-Za-z0-9_-]{8}\\.(js|css|wasm|woff2)$">
    Header set Cache-Control "${FOREVER}"
  </FilesMatch>
</IfModule>
<IfModule mod_deflate.c>
  AddOutputFilterByType DEFLATE text/html text/css text/javascript application/json application/manifest+json application/wasm image/svg+xml
</IfModule>
`;
}

/**
 * For nginx: a page that lies in /srv/www/offgrid, under /offgrid/.
 * @param {string} policy
 */
export function nginx(policy) {
  return `map $uri $offgrid_cache {
  default "${ASKED}";
  ~/assets/ "${FOREVER}";
}
server {
  listen 80;
  root /srv/www;
  location /offgrid/ {
    index index.html;
    charset utf-8;
    gzip on;
    gzip_types text/css text/javascript application/javascript application/json application/manifest+json application/wasm image/svg+xml;
    add_header Cache-Control $offgrid_cache;
    add_header X-Content-Type-Options nosniff;
    add_header Access-Control-Allow-Origin *;
    add_header Content-Security-Policy "${policy}";
    location ~ \\.webmanifest$ {
      default_type application/manifest+json;
    }
  }
}
`;
}
