import { secureHeaders } from 'hono/secure-headers';

/**
 * Everything comes from this host and nothing is inline. Documents are untrusted text: should markup ever slip through
 * the escaping, it still cannot run or call home.
 */
export const securityHeaders = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    manifestSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  permissionsPolicy: { camera: [], geolocation: [], microphone: [], payment: [] },
  referrerPolicy: 'same-origin',
  xFrameOptions: 'DENY',
  // The service speaks plain HTTP on loopback; the proxy that adds TLS also adds HSTS.
  strictTransportSecurity: false,
  // Assets and API answers may set their own (the widget is meant for other sites).
  overwrite: false,
});
