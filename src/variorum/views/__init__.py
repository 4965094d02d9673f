"""Record -> tables; each row cites its entries."""
