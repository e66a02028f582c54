import 'react';

declare module 'react' {
  // Part of SVG since it took HTML's global attributes; missing in the types.
  interface SVGAttributes<T> {
    translate?: 'yes' | 'no' | undefined;
  }
}
