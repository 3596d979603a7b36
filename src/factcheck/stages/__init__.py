"""The steps from a file to findings. None imports another; `factcheck.flow` writes their order once."""
