/** Stands in for child.ts in tests: does to itself what the input's name says. */
process.once('disconnect', () => process.exit(0))
process.on('message', ({ id, request }: { id: number; request: { input: string } }) => {
  if (request.input === 'crash') process.kill(process.pid, 'SIGSEGV')
  else if (request.input === 'grow') process.exit(86)
  else if (request.input === 'exit') {
    process.stderr.write('the decoder had something to say', () => process.exit(3))
  } else if (request.input === 'secrets') process.send?.({ id, answer: { names: Object.keys(process.env) } })
  else if (request.input !== 'hang') process.send?.({ id, answer: { pid: process.pid } })
  else process.stderr.write('hanging')
})
