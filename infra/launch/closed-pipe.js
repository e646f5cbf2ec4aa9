/**
 * Who reads what a command prints may stop before its end, as `head` does (EPIPE): the rest is not printed, and the command goes on to
 * its end, so that nothing it does is left half done.
 */
for (const stream of [process.stdout, process.stderr])
  stream.on("error", (error) => {
    if (!("code" in error) || error.code !== "EPIPE") throw error;
  });
