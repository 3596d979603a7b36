"""What `spacy train --code` needs: the tokenizer and the components, registered."""

import factcheck.stages.annotate.components  # noqa: F401
