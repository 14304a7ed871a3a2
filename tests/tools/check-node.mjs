const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Gigabar needs Node 22.18 or newer; this is ${process.version}.\n` +
      'npm brings one along: run `npm ci` with install scripts and optional packages on, then try again.',
  );
  process.exit(1);
}
